fn main() {
    let legs = [12, 30, 7];
    let mut total_km = 0;
    for leg in legs {
        total_km += leg;
    }
    println!("{}", totalkm);
}
