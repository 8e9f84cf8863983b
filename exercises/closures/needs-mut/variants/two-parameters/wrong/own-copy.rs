pub fn score(hits: &[bool]) -> i32 {
    let mut points = 0;
    let mut shot = move |hit: bool| points += if hit { 10 } else { -3 };
    for hit in hits {
        shot(*hit);
    }
    points
}
