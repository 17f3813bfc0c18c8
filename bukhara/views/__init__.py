"""View models: numbers, dates, codes and states for one page; no words, no colours, nothing formatted."""
