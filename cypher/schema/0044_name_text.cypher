// Products, shops, categories and platforms by the words of their names.
//
// mode: schema
CREATE FULLTEXT INDEX name_text IF NOT EXISTS
FOR (named:Product|Shop|Category|Platform) ON EACH [named.name, named.name_zh, named.name_en]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: false}}
