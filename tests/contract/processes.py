"""Processes for the tests of concurrency, forked from one that has imported the program: each starts in milliseconds."""

import multiprocessing

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["pytest", "bukhara.service", "bukhara.workbook.writing.template"])
