package forwarding

import dev.cairn.{Checkpointed, Key, Pipeline}

/** Methods of an object have static ones with the same annotations, and those of a trait stand again in its classes. */
object Tasks {
  @Pipeline(name = "scala")
  def run(@Key key: String, body: Runnable): Unit = body.run()

  @Checkpointed
  def forwarded(log: java.util.List[String], wide: Long): String = {
    log.add("forwarded")
    "of the object " + wide
  }
}

trait Work {
  @Checkpointed
  def work(log: java.util.List[String]): String = {
    log.add("worked")
    "of the trait"
  }
}

class Worker extends Work
