"""Quizgame: trivia that stops where you stopped watching."""

__version__ = "0.1.0"
