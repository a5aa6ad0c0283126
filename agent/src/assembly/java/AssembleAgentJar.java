import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lays out the content of cairn.jar; run by the build, straight from its source.
 *
 * <p>Arguments: the folder to fill, the folder of licences, and a class path: our own classes and
 * every library to bundle. What the system loader may see (the launch package) stays as it is;
 * everything else goes into one file, whose layout the class Bundle documents. What a library has
 * for Java versions up to our floor replaces its plain form; for later ones it stays under
 * META-INF/versions, for those versions that the class AgentJar knows.
 *
 * <p>Two libraries that bring the same file with different content stop the build.
 */
public final class AssembleAgentJar {
  private static final int FLOOR = 17;
  private static final Set<Integer> KNOWN_VERSIONS = Set.of(21, 24, 25);
  private static final String LAUNCH = "dev/cairn/agent/launch/";
  private static final String VERSIONS = "META-INF/versions/";

  // It calls through java.lang.foreign, which costs a JVM its first tenth of a second; the plain
  // form works on every version.
  private static final String ZSTD_FOR_22 = VERSIONS + "22/com/github/luben/zstd/";

  private static final Set<String> NATIVE_FOLDERS =
      Set.of(
          "linux/amd64",
          "linux/aarch64",
          "darwin/x86_64",
          "darwin/aarch64",
          "win/amd64",
          "win/aarch64");
  private static final Set<String> LICENCE_WORDS = Set.of("license", "notice", "licence");

  /** By path in the jar, and by name in the bundle. */
  private final Map<String, byte[]> plain = new TreeMap<>();

  private final Map<String, byte[]> bundled = new TreeMap<>();
  private final Map<String, String> origins = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    AssembleAgentJar jar = new AssembleAgentJar();
    jar.addLicences(Path.of(arguments[1]));
    for (String library : arguments[2].split(File.pathSeparator)) {
      jar.addLibrary(Path.of(library));
    }
    jar.checkVersions();
    jar.plain.put("inst/bundle", new BundleWriter(jar.bundled).bytes());
    write(target, jar.plain);
  }

  private void addLicences(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : read(folder).entrySet()) {
      put(plain, "META-INF/licenses/" + file.getKey(), file.getValue(), "our own licences");
    }
  }

  private void addLibrary(Path library) throws IOException {
    String name = library.getFileName().toString().replaceFirst("\\.jar$", "");
    effective(read(library)).forEach((path, bytes) -> place(path, bytes, name));
  }

  private static Map<String, byte[]> effective(Map<String, byte[]> files) {
    Map<String, byte[]> effective = new TreeMap<>(files);
    files.keySet().stream()
        .filter(path -> path.startsWith(VERSIONS) && version(path) <= FLOOR)
        .sorted((a, b) -> Integer.compare(version(a), version(b)))
        .forEach(path -> effective.put(unversioned(path), effective.remove(path)));
    return effective;
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
      String file = path.substring(path.lastIndexOf('/') + 1);
      put(plain, "META-INF/licenses/" + library + "/" + file, bytes, library);
    } else if (path.startsWith(LAUNCH)) {
      put(plain, path, bytes, library);
    } else if (isNeeded(path)) {
      put(bundled, path, bytes, library);
    }
  }

  private static boolean isLicence(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return path.startsWith("META-INF/")
        && !path.endsWith(".class")
        && LICENCE_WORDS.stream().anyMatch(lower::contains);
  }

  private static boolean isNeeded(String path) {
    return !path.endsWith("module-info.class")
        && !path.endsWith("package-info.class")
        && !path.startsWith("META-INF/maven/")
        && !path.startsWith("META-INF/native-image/")
        && !path.startsWith("META-INF/proguard/")
        && !(path.startsWith(ZSTD_FOR_22) || isForeignLibrary(path))
        && !isUnusedPartOfJLine(path)
        && !path.contains("OSGI-INF/")
        && !path.matches("META-INF/[^/]*");
  }

  /** Native code of zstd for platforms that ZstdLibrary, in core, does not name. */
  private static boolean isForeignLibrary(String path) {
    return path.contains("/libzstd-jni-")
        && NATIVE_FOLDERS.stream().noneMatch(folder -> path.startsWith(folder + "/"));
  }

  /** Of JLine the progress bar needs to know how wide letters are, and what a terminal would be. */
  private static boolean isUnusedPartOfJLine(String path) {
    return path.contains("org/jline/")
        && !path.startsWith("org/jline/utils/WCWidth")
        && !path.startsWith("org/jline/terminal/Terminal");
  }

  private void put(Map<String, byte[]> files, String path, byte[] bytes, String library) {
    byte[] before = files.put(path, bytes);
    if (before != null && !Arrays.equals(before, bytes)) {
      throw new IllegalStateException(
          path + " stands in " + origins.get(path) + " and in " + library + ", differently");
    }
    origins.put(path, library);
  }

  private void checkVersions() {
    Set<Integer> versions = new TreeSet<>();
    bundled.keySet().stream()
        .filter(path -> path.startsWith(VERSIONS))
        .forEach(path -> versions.add(version(path)));
    if (!versions.equals(KNOWN_VERSIONS)) {
      throw new IllegalStateException(
          "libraries bring content for Java " + versions + ": list these in AgentJar.VERSIONS");
    }
  }

  private static void write(Path target, Map<String, byte[]> files) throws IOException {
    clear(target);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
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
        String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
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
          .forEach(entry -> files.put(entry.getName(), bytes(jar, entry)));
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

  /** Writes the one file; its layout stands in the class Bundle. */
  private static final class BundleWriter {
    private static final int SPARE_SLOTS = 256;

    private final Map<String, byte[]> files;
    private final int buckets;
    private final List<String> slots;

    BundleWriter(Map<String, byte[]> files) {
      this.files = files;
      this.buckets = files.size() * 2 | 1;
      this.slots = new ArrayList<>(Collections.nCopies(buckets + SPARE_SLOTS, ""));
    }

    byte[] bytes() throws IOException {
      files.keySet().forEach(this::seat);
      Map<String, Integer> places = new TreeMap<>();
      byte[] records = records(places, Integer.BYTES + slots.size() * 2 * Integer.BYTES);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(all);
      out.writeInt(buckets);
      for (String name : slots) {
        out.writeInt(name.hashCode());
        out.writeInt(name.isEmpty() ? 0 : places.get(name));
      }
      out.write(records);
      return all.toByteArray();
    }

    private void seat(String name) {
      int slot = Math.floorMod(name.hashCode(), buckets);
      while (!slots.get(slot).isEmpty()) {
        slot++;
      }
      if (slot >= slots.size() - 1) {
        throw new IllegalStateException("more spare slots are needed");
      }
      slots.set(slot, name);
    }

    private byte[] records(Map<String, Integer> places, int start) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(all);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        places.put(file.getKey(), start + all.size());
        byte[] name = ascii(file.getKey());
        byte[] stored = deflated(file.getValue());
        out.writeInt(name.length);
        out.writeInt(file.getValue().length);
        out.writeInt(stored.length);
        out.write(name);
        out.write(stored);
      }
      return all.toByteArray();
    }

    private static byte[] ascii(String name) {
      byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
      if (!name.equals(new String(bytes, StandardCharsets.US_ASCII))) {
        throw new IllegalStateException("not ASCII: " + name);
      }
      return bytes;
    }

    private static byte[] deflated(byte[] content) {
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      deflater.end();
      return out.toByteArray();
    }
  }
}
