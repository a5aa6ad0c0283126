package forwarding

import dev.cairn.Checkpointed
import dev.cairn.Key
import dev.cairn.Pipeline

/** Functions before which, and in place of which, the compiler puts others with the same annotations. */
class Jobs {
  companion object {
    @JvmStatic
    @Pipeline(name = "kotlin")
    fun run(@Key key: String, body: Runnable) = body.run()

    @JvmStatic
    @Checkpointed
    fun forwarded(log: MutableList<String>): String {
      log.add("forwarded")
      return "of the companion"
    }
  }

  @JvmOverloads
  @Checkpointed(version = "1")
  fun overloaded(log: MutableList<String>, number: Int = 7, factor: Long = 2, unit: String = "m"): String {
    log.add("overloaded $number")
    return "${number * factor} $unit"
  }

  @JvmOverloads
  @Checkpointed
  fun timed(log: MutableList<String>, at: Long = System.nanoTime()): String {
    log.add("timed")
    return if (at == 0L) "never" else "then"
  }

  @Checkpointed
  suspend fun suspending(log: MutableList<String>): String {
    log.add("suspending")
    return "at once"
  }
}
