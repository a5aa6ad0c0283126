package dev.cairn.it.crash.program;

/** An enum whose constants have bodies, so that their classes are not the enum's. */
enum Season {
  SUMMER {
    @Override
    int growth(int fruit) {
      return fruit * 2 + 1;
    }
  },
  AUTUMN {
    @Override
    int growth(int fruit) {
      return fruit - 1;
    }
  };

  abstract int growth(int fruit);

  @SuppressWarnings("EnumOrdinal") // the seasons are in order
  Season next() {
    return values()[(ordinal() + 1) % values().length];
  }
}
