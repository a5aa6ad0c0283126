import static org.bsc.langgraph4j.action.AsyncEdgeAction.edge_async;
import static org.bsc.langgraph4j.action.AsyncNodeAction.node_async;

import dev.cairn.Checkpointed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bsc.langgraph4j.StateGraph;
import org.bsc.langgraph4j.state.AgentState;
import org.bsc.langgraph4j.state.Channels;

/** Runs a graph of langgraph4j whose nodes are stages. Argument: how many rounds. */
public class Graph {
  private final int rounds;

  Graph(int rounds) {
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws Exception {
    Graph graph = new Graph(Integer.parseInt(arguments[0]));
    System.out.println(new TreeMap<>(graph.run("why is the sky blue")));
  }

  Map<String, Object> run(String question) throws Exception {
    return new StateGraph<>(Map.of("notes", Channels.appender(ArrayList::new)), AgentState::new)
        .addNode("plan", node_async(state -> plan(state.data())))
        .addNode("work", node_async(state -> work(state.data())))
        .addEdge(StateGraph.START, "plan")
        .addEdge("plan", "work")
        .addConditionalEdges(
            "work",
            edge_async(state -> round(state.data()) < rounds ? "again" : "done"),
            Map.of("again", "work", "done", StateGraph.END))
        .compile()
        .invoke(Map.of("question", question))
        .orElseThrow()
        .data();
  }

  private static int round(Map<String, Object> state) {
    return (Integer) state.getOrDefault("round", 0);
  }

  @Checkpointed
  Map<String, Object> plan(Map<String, Object> state) {
    return Map.of("notes", List.of("planned " + state.get("question")));
  }

  @Checkpointed
  Map<String, Object> work(Map<String, Object> state) {
    int round = round(state) + 1;
    return Map.of("round", round, "notes", List.of("worked in round " + round + " on " + state));
  }
}
