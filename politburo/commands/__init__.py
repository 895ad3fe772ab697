"""The commands of the command line, a module for each group; :mod:`politburo.cli` lists them.

To add a command: write a module with ``add(commands)``, which gives the parser its arguments and
``set_defaults(run=…)``, and name it in ``cli``. ``run`` takes the options and returns the exit status.
"""
