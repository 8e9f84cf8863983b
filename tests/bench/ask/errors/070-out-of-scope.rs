fn main() {
    let votes = [("oak", 3), ("elm", 9)];
    for (name, n) in votes {
        if n > 5 {
            let winner = name;
            println!("found {winner}");
        }
    }
    println!("{winner}");
}
