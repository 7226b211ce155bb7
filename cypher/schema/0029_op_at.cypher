// Old proofs are found and dropped.
//
// mode: schema
CREATE INDEX op_at IF NOT EXISTS
FOR (op:Op) ON (op.at)
