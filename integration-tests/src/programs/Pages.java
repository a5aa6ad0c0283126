import dev.cairn.Checkpointed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Writes a book and renders its pages with PDFBox. Argument: how many pages. */
public class Pages {
  private final List<String> sums = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    Pages pages = new Pages();
    int count = Integer.parseInt(arguments[0]);
    Path book = pages.write(Path.of("book.pdf"), count);
    for (int page = 0; page < count; page++) {
      pages.render(book, page);
    }
    pages.sums.forEach(System.out::println);
  }

  @Checkpointed
  Path write(Path file, int count) throws IOException {
    try (PDDocument book = new PDDocument()) {
      for (int page = 0; page < count; page++) {
        PDPage leaf = new PDPage();
        book.addPage(leaf);
        draw(book, leaf, page);
      }
      book.save(file.toFile());
    }
    return file;
  }

  private static void draw(PDDocument book, PDPage leaf, int page) throws IOException {
    try (PDPageContentStream content = new PDPageContentStream(book, leaf)) {
      for (int line = 0; line < 200; line++) {
        content.moveTo(page * 20, line * 4);
        content.curveTo(100, line, 400, 700 - line, 500, page * 30);
        content.stroke();
      }
    }
  }

  @Checkpointed
  void render(Path file, int page) throws IOException {
    try (PDDocument book = Loader.loadPDF(file.toFile())) {
      PDFRenderer renderer = new PDFRenderer(book);
      BufferedImage image = renderer.renderImageWithDPI(page, 100, ImageType.GRAY);
      Path png = Path.of("page" + page + ".png");
      ImageIO.write(image, "png", png.toFile());
      CRC32 sum = new CRC32();
      sum.update(Files.readAllBytes(png));
      sums.add("page " + page + ": " + sum.getValue());
    }
  }
}
