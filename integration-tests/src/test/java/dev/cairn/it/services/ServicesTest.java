package dev.cairn.it.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.core.error.UncapturableException;
import dev.cairn.core.graph.code.StageInputs;
import dev.cairn.core.graph.frame.Frame;
import dev.cairn.core.graph.frame.StageFrames;
import dev.cairn.core.graph.reflect.Access;
import dev.cairn.core.graph.reflect.Services;
import dev.cairn.core.graph.type.Kinds;
import dev.cairn.core.model.ClassAliases;
import dev.cairn.core.model.StageDefinition;
import dev.cairn.core.model.StageId;
import dev.cairn.core.model.StagePolicy;
import dev.cairn.it.services.Beans.Careful;
import dev.cairn.it.services.Beans.Holding;
import dev.cairn.it.services.Beans.Ordinary;
import dev.cairn.it.services.Beans.Outer;
import dev.cairn.it.services.Beans.WithProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which fields of a service are state of its stages, by the annotations of real frameworks. */
class ServicesTest {
  private static final Services NONE_NAMED = Services.named(name -> false);

  static Stream<Object> careless() {
    return Stream.of(
        new Beans.ByComponent(),
        new Beans.ByService(),
        new Beans.ByRepository(),
        new Beans.ByConfiguration(),
        new Beans.ByScope(),
        new Beans.BySingleton(),
        new Beans.ByName(),
        new Beans.ByComposition(),
        new Beans.ByStereotype(),
        new Beans.ByOwnScope(),
        new Beans.InterceptedProxy());
  }

  @ParameterizedTest
  @MethodSource("careless")
  void aMutableFieldThatIsNotMarkedMakesTheStageUnprotectedAndIsNamed(Object service) {
    assertThatThrownBy(() -> inputs(service, "run", NONE_NAMED))
        .isInstanceOf(UncapturableException.class)
        .hasMessageContaining("this.cache of the service " + service.getClass().getName())
        .hasMessageContaining("mark it @Saved if it belongs to the stage, @Unsaved if not");
  }

  @Test
  void anObjectOfItsOwnHasAllFieldsThatItUses() {
    assertThat(inputs(new Ordinary(), "run", NONE_NAMED)).containsExactly("this.cache");
  }

  @Test
  void aClassCanBeNamedAsAService() {
    Services named = Services.named(Ordinary.class.getName()::equals);

    assertThatThrownBy(() -> inputs(new Ordinary(), "run", named))
        .hasMessageContaining("this.cache of the service");
  }

  @Test
  void valuesAndWhatIsSavedAreInputsAndCollaboratorsStay() {
    assertThat(inputs(new Careful(() -> "now"), "run", NONE_NAMED))
        .containsExactlyInAnyOrder(
            "this.cache (not saved)",
            "this.clock (not saved)",
            "this.collaborator (not saved)",
            "this.count",
            "this.day",
            "this.executor (not saved)",
            "this.pages");
  }

  @Test
  void whatAFieldHoldsDecidesWhereItsTypeDoesNotSay() {
    Object collaborator = new Beans.ByService();

    assertThat(inputs(new Holding(collaborator), "run", NONE_NAMED))
        .containsExactly("this.anything (not saved)");
    for (Object state : List.of(new ArrayList<>(), "a value that another bean may have")) {
      assertThatThrownBy(() -> inputs(new Holding(state), "run", NONE_NAMED))
          .hasMessageContaining("this.anything of the service")
          .hasMessageContaining(state.getClass().getName());
    }
  }

  @Test
  void aCollaboratorThatTheStageReplacesIsState() {
    assertThatThrownBy(() -> inputs(new Holding(new Beans.ByService()), "replace", NONE_NAMED))
        .hasMessageContaining("this.anything of the service")
        .hasMessageContaining("is assigned; mark it @Saved");
  }

  @Test
  void propertiesAreTheFieldsBehindThem() {
    assertThat(inputs(new WithProperty(), "run", NONE_NAMED)).containsExactly("this.total");
    assertThatThrownBy(() -> inputs(new WithProperty(), "fill", NONE_NAMED))
        .hasMessageContaining("this.items of the service");
  }

  /** A nestmate that is handed the service may read any of it, and the error says which field. */
  @Test
  void whoHandsItselfToANestmateHasAllItsFields() {
    assertThatThrownBy(() -> inputs(new Outer(), "run", NONE_NAMED))
        .hasMessageContaining("this.secret of the service");
  }

  @Test
  void anInnerObjectOfAServiceIsNoService() {
    Outer.Inner inner = new Outer().new Inner();

    assertThat(inputs(inner, "run", NONE_NAMED))
        .containsExactlyInAnyOrder("this.own", "this.this$0");
  }

  private static List<String> inputs(Object self, String method, Services services) {
    StageId id = new StageId(self.getClass().getName(), method, "()V");
    StageDefinition stage =
        new StageDefinition(id, id.defaultName(), List.of(), StagePolicy.DEFAULT);
    StageFrames frames = new StageFrames(new Kinds(Access.best(), ClassAliases.NONE, services));
    Frame frame = frames.of(stage, self.getClass(), self, new Object[0]);
    StageInputs inputs = frames.inputs(id, frame);
    return inputs.names();
  }
}
