package dev.cairn.benchmarks.peers;

import dev.cairn.benchmarks.save.Folder;
import dev.cairn.benchmarks.work.Dossier;
import java.io.ObjectInputFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A step for each stage, the state in the job's execution context; in place it stands in a field,
 * as the state of an ordinary program does.
 */
final class SpringBatchPeer implements Peer {
  private static final String STATE = "state";

  private final Path folder;
  private final DataSource database;
  private final JdbcTransactionManager transactions;
  private final JobRepository repository;
  private Dossier held = new Dossier();

  SpringBatchPeer(Path folder) throws Exception {
    this.folder = folder;
    this.database = database(folder);
    this.transactions = new JdbcTransactionManager(database);
    this.repository = repository();
  }

  private static DataSource database(Path folder) {
    JdbcDataSource source = new JdbcDataSource();
    // unless it is told to, H2 writes half a second after a commit
    source.setURL(
        "jdbc:h2:file:"
            + folder.resolve("jobs").toAbsolutePath()
            + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0");
    return source;
  }

  private JobRepository repository() throws Exception {
    if (!folder.resolve("jobs.mv.db").toFile().exists()) {
      ClassPathResource schema =
          new ClassPathResource("org/springframework/batch/core/schema-h2.sql");
      new ResourceDatabasePopulator(schema).execute(database);
    }
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(database);
    factory.setTransactionManager(transactions);
    factory.setDatabaseType("H2");
    factory.setSerializer(serializer());
    factory.afterPropertiesSet();
    return Objects.requireNonNull(factory.getObject());
  }

  // It reads classes of the JDK only, unless it is told of others.
  private static ExecutionContextSerializer serializer() {
    DefaultExecutionContextSerializer serializer = new DefaultExecutionContextSerializer();
    serializer.setObjectInputFilter(
        ObjectInputFilter.Config.createFilter(
            "java.lang.*;java.util.*;dev.cairn.benchmarks.work.*;!*"));
    return serializer;
  }

  @Override
  public long run(Pipeline pipeline) throws Exception {
    held = pipeline.begin();
    Job job = job(pipeline);
    JobParameters parameters = new JobParametersBuilder().addString("run", "1").toJobParameters();
    JobExecution execution = start(job, parameters);
    if (!execution.getAllFailureExceptions().isEmpty()) {
      throw new IllegalStateException(execution.getAllFailureExceptions().get(0));
    }
    return (pipeline.isInPlace() ? held : state(execution.getExecutionContext())).checksum();
  }

  private JobExecution start(Job job, JobParameters parameters) throws Exception {
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    MapJobRegistry jobs = new MapJobRegistry();
    jobs.register(job);
    operator.setJobRegistry(jobs);
    operator.setJobRepository(repository);
    operator.afterPropertiesSet();
    try {
      return operator.start(job, parameters);
    } catch (JobExecutionAlreadyRunningException e) {
      // what its guide tells the operator to do once he knows that the process is dead
      System.out.println(PeerProgram.MANUAL + " 1");
      JobExecution dead = repository.getLastJobExecution(job.getName(), parameters);
      return operator.restart(operator.recover(Objects.requireNonNull(dead)));
    }
  }

  private Job job(Pipeline pipeline) {
    List<Step> steps = new ArrayList<>();
    for (int number = 0; number < pipeline.stages(); number++) {
      steps.add(step(pipeline, number));
    }
    SimpleJobBuilder builder = new JobBuilder("pipeline", repository).start(steps.get(0));
    steps.subList(1, steps.size()).forEach(builder::next);
    return builder.build();
  }

  private Step step(Pipeline pipeline, int number) {
    return new StepBuilder("stage " + number, repository)
        .tasklet(
            (contribution, chunk) -> {
              body(pipeline, number, chunk);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private void body(Pipeline pipeline, int number, ChunkContext chunk) {
    ExecutionContext context =
        chunk.getStepContext().getStepExecution().getJobExecution().getExecutionContext();
    if (pipeline.isInPlace()) {
      pipeline.stage(number, held);
    } else {
      context.put(STATE, pipeline.stage(number, number == 0 ? held : state(context)));
    }
  }

  private static Dossier state(ExecutionContext context) {
    return Objects.requireNonNull(context.get(STATE, Dossier.class));
  }

  @Override
  public long storedBytes() {
    return Folder.bytes(folder);
  }
}
