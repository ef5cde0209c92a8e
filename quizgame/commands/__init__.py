"""What `quizgame packs` can do, a module a command.

Each holds HELP, `arrange`, which says what words it takes, and `run`, which returns the exit code:
0 done, 1 faults found, 2 cannot be done. What a command needs it imports as it runs.
"""
