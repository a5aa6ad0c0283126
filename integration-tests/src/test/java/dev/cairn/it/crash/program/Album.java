package dev.cairn.it.crash.program;

import dev.cairn.Checkpointed;
import dev.cairn.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stages that leave much and stages that leave little, one after the other. */
public final class Album {
  private static final int PHOTO_BYTES = 80_000;

  private final Diary diary = Diary.ofThisProgram();
  private final Dice light = new Dice(5);
  private final List<byte[]> photos = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();

  private Album() {}

  /** Fills an album and prints what is in it. */
  public static void main(String[] arguments) {
    Album album = new Album();
    album.fill("summer");
    album.photos.forEach(photo -> System.out.println(Arrays.hashCode(photo)));
    System.out.println(album.captions + " " + album.light.next(1000));
  }

  @Pipeline(name = "album")
  void fill(String season) {
    for (int number = 0; number < 2; number++) {
      shoot(number);
      diary.note("returned shoot " + number);
      caption(season + " " + number);
      diary.note("returned caption " + season + " " + number);
    }
    sort();
    diary.note("returned sort");
  }

  @Checkpointed
  void shoot(int number) {
    diary.note("begin shoot " + number);
    byte[] photo = new byte[PHOTO_BYTES + number];
    for (int i = 0; i < photo.length; i++) {
      photo[i] = (byte) light.next(256);
    }
    photos.add(photo);
  }

  @Checkpointed
  void caption(String text) {
    diary.note("begin caption " + text);
    captions.add(text + ", light " + light.next(100));
  }

  @Checkpointed
  void sort() {
    diary.note("begin sort");
    photos.sort((left, right) -> right.length - left.length);
  }
}
