class ResetsController < ApplicationController
  def update
    reset = PasswordReset.find_by(token: params[:token])
    return head :forbidden if reset.nil? || reset.expired?

    reset.user.update!(password: params[:password])
    reset.destroy!
    redirect_to root_path, notice: "Changed"
  end
end
