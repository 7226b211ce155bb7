// Shares by when they were published, to send new ones to open streams.
//
// mode: schema
CREATE INDEX share_published_at IF NOT EXISTS FOR (share:Share) ON (share.published_at)
