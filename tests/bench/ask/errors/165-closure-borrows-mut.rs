fn main() {
    let mut score = 0;
    let mut goal = || score += 3;
    let mut penalty = || score -= 1;
    for minute in 0..10 {
        if minute % 4 == 0 {
            goal();
        } else if minute % 7 == 0 {
            penalty();
        }
    }
    println!("{score}");
}
