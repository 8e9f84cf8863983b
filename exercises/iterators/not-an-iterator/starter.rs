pub struct Team {
    pub members: Vec<String>,
}

pub fn roll_call(team: &Team) -> Vec<String> {
    let mut lines = Vec::new();
    for member in team {
        lines.push(format!("{} {member}", lines.len() + 1));
    }
    lines
}
