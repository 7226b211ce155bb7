// Operations by their instant, to delete old proofs.
//
// mode: schema
CREATE INDEX op_at IF NOT EXISTS
FOR (op:Op) ON (op.at)
