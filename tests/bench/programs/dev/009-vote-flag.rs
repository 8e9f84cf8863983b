fn main() {
    let answers = [1, 0, 0, 1, 1];
    let mut yes = 0;
    for a in answers {
        let agreed = a as bool;
        if agreed {
            yes += 1;
        }
    }
    println!("{yes} of {}", answers.len());
    if yes * 2 > answers.len() {
        println!("accepted");
    } else {
        println!("rejected");
    }
}
