package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.work.Dossier;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.config.DBOSConfig;
import dev.dbos.transact.execution.ThrowingRunnable;
import dev.dbos.transact.workflow.Workflow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A workflow whose steps return the state, as its guide says; in place they change the caller's
 * objects, which the guide advises against.
 */
final class DbosPeer implements Peer {
  private final String database;

  DbosPeer(String database) {
    this.database = database;
  }

  /** What DBOS makes a proxy of. */
  public interface Pipelines {
    /** Runs all stages. */
    long run();
  }

  private record Steps(DBOS dbos, Pipeline pipeline) implements Pipelines {
    @Override
    @Workflow(name = "pipeline")
    public long run() {
      Dossier state = pipeline.begin();
      for (int number = 0; number < pipeline.stages(); number++) {
        state = pipeline.isInPlace() ? change(number, state) : changed(number, state);
      }
      return state.checksum();
    }

    private Dossier change(int number, Dossier state) {
      ThrowingRunnable<RuntimeException> body = () -> pipeline.stage(number, state);
      dbos.runStep(body, "stage " + number);
      return state;
    }

    private Dossier changed(int number, Dossier state) {
      return dbos.runStep(() -> pipeline.stage(number, state), "stage " + number);
    }
  }

  @Override
  public long run(Pipeline pipeline) {
    DBOSConfig config =
        DBOSConfig.defaults("peer")
            .withDatabaseUrl(database)
            .withDbUser("postgres")
            .withDbPassword("postgres");
    try (DBOS dbos = new DBOS(config)) {
      Pipelines pipelines = dbos.registerProxy(Pipelines.class, new Steps(dbos, pipeline));
      dbos.launch();
      return dbos.startWorkflow(pipelines::run, new StartWorkflowOptions("peer")).getResult();
    }
  }

  @Override
  public long storedBytes() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database, "postgres", "postgres");
        Statement statement = connection.createStatement();
        ResultSet size =
            statement.executeQuery(
                "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE n.nspname = 'dbos' AND c.relkind = 'r'")) {
      size.next();
      return size.getLong(1);
    }
  }
}
