package io.aegisx.tenancy.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails with {@code PAYLOAD_TOO_LARGE} once more bytes were read than allowed. */
final class LimitedInput extends FilterInputStream {

  private long left;

  LimitedInput(InputStream in, long most) {
    super(in);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    take(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    take(Math.max(0, count));
    return count;
  }

  private void take(int count) {
    left -= count;
    if (left < 0) {
      throw BodyLimit.tooLarge();
    }
  }
}
