package dev.cairn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.core.event.CairnEvent.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private final List<CairnEvent> heard = new ArrayList<>();

  @Test
  void whatAListenerThrowsIsToldTheOthersOnceAndGoesNoFurther() {
    Listeners listeners =
        new Listeners(
            List.of(
                event -> {
                  throw new ServiceConfigurationError("broken");
                },
                heard::add));

    listeners.tell(new Detail("one"));
    listeners.tell(new Detail("two"));

    assertThat(heard).hasSize(3).contains(new Detail("one"), new Detail("two"));
    assertThat(heard.get(0).toString()).contains("failed and is ignored").contains("broken");
  }
}
