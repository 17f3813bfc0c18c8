"""One answer that came by letter or e-mail, entered by hand."""
