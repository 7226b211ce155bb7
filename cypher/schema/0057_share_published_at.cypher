// Shares by when they were published, to tell open streams of new ones.
//
// mode: schema
CREATE INDEX share_published_at IF NOT EXISTS FOR (share:Share) ON (share.published_at)
