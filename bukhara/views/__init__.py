"""Views: the numbers, dates, codes and states of one page each; no words, no colours, nothing formatted."""
