"""Sign-in with LINE: allauth's provider, switched on by the settings LINE_CHANNEL_ID and LINE_CHANNEL_SECRET."""
