package dev.cairn.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Checkpointed;
import dev.cairn.it.Compiled;
import dev.cairn.it.ForkedJvm;
import dev.cairn.it.ForkedJvm.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in one jar with its libraries inside, started by Spring Boot's own launcher. */
class SpringBootIT {
  private static final String APPLICATION =
      """
      package shop;

      import dev.cairn.Checkpointed;
      import java.util.ArrayList;
      import java.util.List;

      public class App {
        private final List<String> orders = new ArrayList<>();

        public static void main(String[] arguments) {
          App app = new App();
          app.load(arguments[0]);
          app.load("more");
          if (Boolean.getBoolean("halt")) {
            Runtime.getRuntime().halt(9);
          }
          System.out.println(app.orders);
        }

        @Checkpointed
        void load(String from) {
          System.out.println("loads " + from);
          orders.add(from + " in " + getClass().getClassLoader().getClass().getSimpleName());
        }
      }
      """;

  @TempDir Path directory;
  private Path jar = Path.of("");

  @BeforeEach
  void pack() throws IOException {
    Path classes = Compiled.to(directory.resolve("classes"), APPLICATION);
    List<Path> libraries = List.of(ForkedJvm.placeOf(Checkpointed.class));
    jar = FatJar.of("shop.App", classes, libraries).writeTo(directory.resolve("app.jar"));
  }

  @Test
  void theApplicationsOwnMainMethodIsTheRunAndIsResumed() {
    ForkedJvm program =
        ForkedJvm.of(SpringBootIT.class).ofJar(jar).in(directory).withArguments("orders.csv");

    Ended halted = program.withProperty("halt", true).withAgent().run();
    Ended resumed = program.withAgent().run();

    assertThat(halted.status()).as("%s", halted).isEqualTo(9);
    assertThat(halted.out()).isEqualTo("loads orders.csv\nloads more\n");
    assertThat(resumed.out())
        .as("%s", resumed)
        .isEqualTo("[orders.csv in LaunchedClassLoader, more in LaunchedClassLoader]\n");
    assertThat(resumed.err())
        .contains("resumed run shop.App.main/")
        .contains("complete: 0 executed, 2 restored, 0 unprotected");
    assertThat(resumed.foreignLines()).isEmpty();
  }
}
