package wuchang.console.parts;

import wuchang.domain.Text;
import wuchang.domain.alert.Alert;

/** How an alert reads in both languages. Pure and cheap: called for every alert that is shown. */
public interface AlertWords {
  /** What it is, in two or three words. */
  Text title(Alert alert);

  /** What, where, since when, in one sentence. */
  Text sentence(Alert alert);

  /** What to do. */
  Text action(Alert alert);
}
