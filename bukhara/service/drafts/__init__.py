"""A workbook from upload to release; `drafts.Drafts` is what callers use."""
