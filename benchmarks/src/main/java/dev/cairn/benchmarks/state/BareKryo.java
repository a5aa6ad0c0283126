package dev.cairn.benchmarks.state;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import com.esotericsoftware.kryo.util.MapReferenceResolver;
import com.esotericsoftware.kryo.util.Util;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** Kryo as it comes: with references, but not to strings and boxes. */
final class BareKryo {
  private static final int ROOM = 1 << 26;

  private final Kryo kryo = new Kryo();
  private final Output output = new Output(ROOM, -1);

  BareKryo() {
    kryo.setRegistrationRequired(false);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    kryo.setReferences(true);
    kryo.setReferenceResolver(new ObjectsOnly());
  }

  private static final class ObjectsOnly extends MapReferenceResolver {
    @Override
    @SuppressWarnings("rawtypes")
    public boolean useReferences(Class type) {
      return type != String.class && !Util.isWrapperClass(type) && !Util.isEnum(type);
    }
  }

  /** The bytes stay in the output; their number. */
  long encode(Object graph) {
    output.reset();
    kryo.writeClassAndObject(output, graph);
    return output.total();
  }

  Object decode() {
    return kryo.readClassAndObject(new Input(output.getBuffer(), 0, output.position()));
  }
}
