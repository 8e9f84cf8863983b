pub struct Song {
    pub title: String,
    pub seconds: u32,
}

pub fn minutes(song: &Song) -> u32 {
    song.length.div_ceil(60)
}
