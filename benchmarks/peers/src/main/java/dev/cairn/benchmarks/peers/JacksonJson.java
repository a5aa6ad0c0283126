package dev.cairn.benchmarks.peers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.benchmarks.work.Dossier;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** JSON by Jackson's databind, as it comes. */
record JacksonJson(ObjectMapper mapper) implements FileShelf.Format {
  JacksonJson() {
    this(new ObjectMapper());
  }

  @Override
  public void write(Dossier state, OutputStream out) throws IOException {
    mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, state);
  }

  @Override
  public Dossier read(InputStream in) throws IOException {
    return mapper.readValue(in, Dossier.class);
  }
}
