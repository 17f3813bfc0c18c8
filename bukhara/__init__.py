"""The domain of Bukhara Monitor: from workbooks to sourced progress. Imports and runs without Dash."""
