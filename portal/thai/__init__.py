"""Thai, done right: small pure modules with no Django in them.

`text` folds for search, `segments` cuts words for indexes, `sorting` makes sort keys,
`dates` speaks the Buddhist era, `numbers` and `phones` read and write figures,
`keyboard` repairs the wrong layout, `provinces` is the reference list.
"""
