import dev.cairn.Checkpointed;
import dev.cairn.Unsaved;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/** A job of Spring Batch whose steps do their work in stages. Argument: how many steps. */
public class Orders {
  private final List<String> booked = new ArrayList<>();
  @Unsaved private final JobRepository repository = new ResourcelessJobRepository();

  public static void main(String[] arguments) throws Exception {
    Orders orders = new Orders();
    JobExecution execution = orders.run(Integer.parseInt(arguments[0]));
    System.out.println(execution.getExitStatus().getExitCode());
    orders.booked.forEach(System.out::println);
  }

  JobExecution run(int steps) throws Exception {
    SimpleJobBuilder builder = new JobBuilder("orders", repository).start(step(0));
    for (int number = 1; number < steps; number++) {
      builder = builder.next(step(number));
    }
    Job job = builder.build();
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(new MapJobRegistry());
    operator.afterPropertiesSet();
    return operator.start(job, new JobParameters());
  }

  private Step step(int number) {
    return new StepBuilder("step " + number, repository)
        .tasklet(
            (contribution, context) -> {
              book(number);
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .build();
  }

  @Checkpointed
  void book(int number) {
    for (int order = 0; order < 3; order++) {
      booked.add("order " + number + "/" + order + " after " + booked.size());
    }
  }
}
