"""What the screens ask for. Sealed packs and rounds live here, out of the screens' reach."""
