"""Make the game's sounds, from nothing but sine waves: `python assets/sounds/synthesise.py`.

The files are ours and free to use under CC0 (see LICENSE.txt beside them).
"""

import math
import struct
import wave
from pathlib import Path

RATE = 44_100

# name -> notes, each (start s, length s, frequency Hz, loudness 0-1)
SOUNDS: dict[str, tuple[tuple[float, float, float, float], ...]] = {
    "focus": ((0.0, 0.05, 880.0, 0.10),),
    "pick": ((0.0, 0.07, 523.3, 0.22), (0.02, 0.07, 784.0, 0.12)),
    "right": ((0.0, 0.22, 659.3, 0.24), (0.09, 0.34, 987.8, 0.24)),
    "wrong": ((0.0, 0.22, 246.9, 0.26), (0.12, 0.34, 207.7, 0.24)),
    "curtain": ((0.0, 0.40, 98.0, 0.20), (0.05, 0.40, 147.0, 0.14)),
    "end": (
        (0.0, 0.30, 523.3, 0.20),
        (0.13, 0.30, 659.3, 0.20),
        (0.26, 0.30, 784.0, 0.20),
        (0.39, 0.70, 1046.5, 0.24),
    ),
}


def sample(notes: tuple[tuple[float, float, float, float], ...], at: float) -> float:
    """Return the air's displacement (-1 to 1) at a moment, in seconds."""
    total = 0.0
    for start, length, frequency, loudness in notes:
        since = at - start
        if 0 <= since < length:
            attack = min(1.0, since / 0.008)
            decay = (1 - since / length) ** 2
            wave_at = 2 * math.pi * frequency * since
            tone = math.sin(wave_at) + 0.25 * math.sin(2 * wave_at) + 0.08 * math.sin(3 * wave_at)
            total += loudness * attack * decay * tone
    return max(-1.0, min(1.0, total))


def main() -> None:
    """Write every sound beside this file as mono 16-bit WAV."""
    for name, notes in SOUNDS.items():
        seconds = max(start + length for start, length, _, _ in notes)
        frames = (
            struct.pack("<h", round(sample(notes, n / RATE) * 32_000))
            for n in range(round(seconds * RATE))
        )
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(b"".join(frames))


if __name__ == "__main__":
    main()
