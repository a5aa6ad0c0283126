package dev.cairn.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Points over two logarithmic axes: what grows evenly is a straight line. */
public final class Plot {
  private static final Pattern DECIMALS = Pattern.compile("(\\.\\d)\\d+");
  private static final int WIDTH = 640;
  private static final int HEIGHT = 400;

  private final XYChart chart;

  /** An empty one. */
  public Plot(String title, String across, String up) {
    chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(across)
            .yAxisTitle(up)
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setPlotGridLinesVisible(false);
  }

  /**
   * Adds a line.
   *
   * @param across its points from left to right, all above 0
   * @param up as many, all above 0
   */
  public Plot line(String name, List<Double> across, List<Double> up) {
    chart.addSeries(name, across, up);
    return this;
  }

  /** What it shows, in words for whoever does not see it. */
  public String words() {
    return chart.getTitle()
        + ": "
        + chart.getYAxisTitle()
        + " over "
        + chart.getXAxisTitle()
        + "; the numbers stand in the table beside it";
  }

  /** Writes it as SVG. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    // letters are drawn as outlines: a tenth of a point is fine enough
    Files.writeString(file, DECIMALS.matcher(Files.readString(file)).replaceAll("$1"));
  }
}
