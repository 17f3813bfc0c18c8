"""The rules of comparability and of differences between sources. Pure: no files, clock, sentences or colours."""
