package wuchang.domain.chain;

import java.util.Optional;

/** Walks along a chain and says where it first does not fit. Pure; knows only what it is given. */
public final class ChainCheck {
  private long sequence;
  private String hash;

  /**
   * @param sequence of the row before the first
   * @param hash of the row before the first
   */
  public ChainCheck(long sequence, String hash) {
    this.sequence = sequence;
    this.hash = hash;
  }

  /** Takes the next row; what is wrong with it, if anything is. */
  public Optional<String> next(ChainLink row) {
    if (row.sequence() != sequence + 1) {
      return Optional.of("expected row " + (sequence + 1) + ": rows are missing, or out of order");
    }
    if (row.content().isEmpty()) {
      return Optional.of("it was there when its day was closed, and is gone");
    }
    String found = ChainHash.next(hash, row.content().get());
    if (!found.equals(row.hash())) {
      return Optional.of("expected the hash " + row.hash() + ", found " + found);
    }
    sequence = row.sequence();
    hash = row.hash();
    return Optional.empty();
  }

  /** Of the last row that fitted. */
  public long sequence() {
    return sequence;
  }

  public String hash() {
    return hash;
  }
}
