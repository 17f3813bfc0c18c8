"""One state by body, for its commission and the secretariat, and the parts that its bodies filled in."""
