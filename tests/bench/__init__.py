"""`make bench`: what a visit costs, beside a static plotly page measured in the same run. Nothing here is asserted."""
