import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lays out the content of cairn.jar; run by the build, straight from its source.
 *
 * <p>Arguments: the folder to fill, the folder of licences, our own classes, then every jar or
 * folder of classes to bundle. What the system loader may see of our own classes (the launch
 * package) stays as it is; everything else goes under {@code inst/}, with {@code .class} made
 * {@code .classdata}. What jars hold for Java versions up to the floor replaces its plain form; for
 * later ones it stays under {@code META-INF/versions}, listed in the file {@code versions} for the
 * manifest.
 *
 * <p>Two libraries that bring the same file with different content stop the build.
 */
public final class AssembleAgentJar {
  private static final int FLOOR = 17;
  private static final String LAUNCH = "dev/cairn/agent/launch/";
  private static final String VERSIONS = "META-INF/versions/";
  private static final Set<String> LICENCE_WORDS = Set.of("license", "notice", "licence");

  private final Map<String, byte[]> content = new TreeMap<>();
  private final Map<String, String> origins = new TreeMap<>();
  private final Set<Integer> versions = new TreeSet<>();

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    AssembleAgentJar jar = new AssembleAgentJar();
    jar.addLicences(Path.of(arguments[1]));
    for (String bundled : classPath(arguments)) {
      jar.addLibrary(Path.of(bundled));
    }
    jar.writeTo(target);
  }

  private static List<String> classPath(String[] arguments) {
    List<String> parts = new ArrayList<>();
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      Collections.addAll(parts, argument.split(java.io.File.pathSeparator));
    }
    return parts;
  }

  private void addLicences(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : read(folder).entrySet()) {
      put("META-INF/licenses/" + file.getKey(), file.getValue(), "our own list of licences");
    }
  }

  private void addLibrary(Path library) throws IOException {
    String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
    Map<String, byte[]> files = read(library);
    Map<String, byte[]> effective = new TreeMap<>();
    files.forEach((path, bytes) -> addUnversioned(path, bytes, effective));
    files.keySet().stream()
        .filter(path -> path.startsWith(VERSIONS))
        .sorted((a, b) -> Integer.compare(version(a), version(b)))
        .forEach(path -> addVersioned(path, files.get(path), effective));
    effective.forEach((path, bytes) -> place(path, bytes, name));
  }

  private static void addUnversioned(String path, byte[] bytes, Map<String, byte[]> effective) {
    if (!path.startsWith(VERSIONS)) {
      effective.put(path, bytes);
    }
  }

  private void addVersioned(String path, byte[] bytes, Map<String, byte[]> effective) {
    boolean always = version(path) <= FLOOR;
    effective.put(always ? unversioned(path) : path, bytes);
  }

  private static int version(String path) {
    return Integer.parseInt(
        path.substring(VERSIONS.length(), path.indexOf('/', VERSIONS.length())));
  }

  private static String unversioned(String path) {
    return path.substring(path.indexOf('/', VERSIONS.length()) + 1);
  }

  private void place(String path, byte[] bytes, String library) {
    if (isLicence(path)) {
      put("META-INF/licenses/" + library + "/" + path.replaceFirst(".*/", ""), bytes, library);
    } else if (path.startsWith(LAUNCH)) {
      put(path, bytes, library);
    } else if (isNeeded(path)) {
      if (path.startsWith(VERSIONS)) {
        versions.add(version(path));
      }
      put("inst/" + path.replaceFirst("\\.class$", ".classdata"), bytes, library);
    }
  }

  private static boolean isLicence(String path) {
    String lower = path.toLowerCase(java.util.Locale.ROOT);
    return !path.endsWith(".class")
        && path.startsWith("META-INF/")
        && LICENCE_WORDS.stream().anyMatch(lower::contains);
  }

  private static boolean isNeeded(String path) {
    return !path.endsWith("module-info.class")
        && !path.endsWith("package-info.class")
        && !path.startsWith("META-INF/maven/")
        && !path.startsWith("META-INF/native-image/")
        && !path.startsWith("META-INF/proguard/")
        && !path.contains("OSGI-INF/")
        && !path.matches("META-INF/[^/]*");
  }

  private void put(String path, byte[] bytes, String library) {
    byte[] before = content.put(path, bytes);
    if (before != null && !java.util.Arrays.equals(before, bytes)) {
      throw new IllegalStateException(
          path + " stands in " + origins.get(path) + " and in " + library + ", differently");
    }
    origins.put(path, library);
  }

  private void writeTo(Path target) throws IOException {
    clear(target);
    for (Map.Entry<String, byte[]> file : content.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    String listed = String.join(" ", versions.stream().map(String::valueOf).toList());
    Files.writeString(
        target.resolveSibling("MANIFEST.MF"),
        "Manifest-Version: 1.0\nCairn-Versions: " + listed + "\n");
  }

  private static void clear(Path target) throws IOException {
    if (Files.exists(target)) {
      try (Stream<Path> old = Files.walk(target)) {
        for (Path path : old.sorted(Collections.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static Map<String, byte[]> read(Path place) throws IOException {
    return Files.isDirectory(place) ? readFolder(place) : readJar(place);
  }

  private static Map<String, byte[]> readFolder(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static Map<String, byte[]> readJar(Path path) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(e -> files.put(e.getName(), bytes(jar, e)));
    }
    return files;
  }

  private static byte[] bytes(ZipFile jar, ZipEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
