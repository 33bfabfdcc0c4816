package wuchang.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import wuchang.domain.journal.Batch;

/** A batch made ready before the appending thread's turn: only writing is left to do. */
record Encoded(
    Batch batch,
    byte[] body,
    List<byte[]> alertSteps,
    List<byte[]> notifications,
    List<byte[]> silences) {
  static Encoded of(Batch batch, BatchCodec codec) {
    return new Encoded(
        batch,
        codec.encode(batch),
        batch.alertSteps().stream().map(codec::encode).toList(),
        batch.notifications().stream().map(codec::encode).toList(),
        batch.silences().stream().map(codec::encode).toList());
  }

  /** The batch for the readers, and its steps once more where they are kept. */
  void insert(Connection open, BatchTable.End at) throws SQLException {
    int observations = batch.observations().size();
    BatchTable.insert(open, new BatchTable.Row(at.position(), observations, at.upto(), body));
    for (int i = 0; i < alertSteps.size(); i++) {
      AlertTable.insertStep(open, batch.alertSteps().get(i), alertSteps.get(i));
    }
    for (int i = 0; i < notifications.size(); i++) {
      AlertTable.insertNotification(open, batch.notifications().get(i), notifications.get(i));
    }
    for (int i = 0; i < silences.size(); i++) {
      AlertTable.insertSilence(open, batch.silences().get(i), silences.get(i));
    }
  }
}
